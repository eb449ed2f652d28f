package org.spasmcds.examples.defects;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.io.ByteArrayResource;
import org.drools.verifier.builder.VerifierImpl;
import org.drools.verifier.report.components.Severity;
import org.drools.verifier.report.components.VerifierMessageBase;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.spasmcds.fact.FactType;

/** The verifier that Drools delivers, with all its checks and with the classes of the facts. */
final class StockVerifier {
    private static final Pattern RULE = Pattern.compile("(?:rule \\[|[Rr]ule:? ')([^\\]']+)");

    private final KieBase checks;
    private final byte[] facts = facts();

    StockVerifier() {
        VerifierImpl first = new VerifierImpl();
        first.fireAnalysis();
        checks = (KieBase) get(first);
        first.dispose();
    }

    List<Message> verify(Collection<String> texts) {
        VerifierImpl verifier = new VerifierImpl();
        try {
            verifier.addObjectModel(new JarInputStream(new ByteArrayInputStream(facts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reuse(verifier);
        texts.forEach(text -> verifier.addResourcesToVerify(
                new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8"), ResourceType.DRL));
        verifier.fireAnalysis();
        List<Message> messages = new ArrayList<>();
        verifier.getErrors().forEach(error -> messages.add(new Message("Error", "PARSER", List.of(), error.getMessage())));
        for (Severity severity : Severity.values()) {
            for (VerifierMessageBase message : verifier.getResult().getBySeverity(severity)) {
                messages.add(message(severity, message));
            }
        }
        verifier.dispose();
        return messages;
    }

    private static Message message(Severity severity, VerifierMessageBase message) {
        String text = message.getMessage() + " | " + message.getFaulty() + " | " + message.getCauses();
        Set<String> rules = new TreeSet<>(message.getImpactedRules().values());
        Matcher rule = RULE.matcher(text);
        while (rule.find()) {
            rules.add(rule.group(1));
        }
        return new Message(severity.toString(), message.getMessageType().toString(), List.copyOf(rules), text);
    }

    /** Each verifier compiles its own checks for seconds; one that has them already is given them. */
    private void reuse(VerifierImpl verifier) {
        try {
            field().set(verifier, checks);
            verifier.flushKnowledgeSession();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object get(VerifierImpl verifier) {
        try {
            return field().get(verifier);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field() throws NoSuchFieldException {
        Field field = VerifierImpl.class.getDeclaredField("verifierKnowledgeBase");
        field.setAccessible(true);
        return field;
    }

    /** The classes of the facts as the jar that the verifier asks for. */
    private static byte[] facts() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (FactType type : FactType.all()) {
                for (Class<?> each = type.factClass(); each != Object.class; each = each.getSuperclass()) {
                    write(each, jar);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Class<?> factClass, JarOutputStream jar) throws IOException {
        String name = factClass.getName().replace('.', '/') + ".class";
        try (var in = factClass.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            in.transferTo(jar);
        } catch (java.util.zip.ZipException e) {
            // A class that two facts share is already there.
        }
    }
}
