package org.spasmcds.rule;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spasmcds.Certainty;
import org.spasmcds.Level;
import org.spasmcds.fact.FactType;

/**
 * The parsed rules as bytes. The bundled rules are parsed and checked when the jar is built and stored in this form, so that no DRL
 * parser runs when an application starts.
 */
public final class RuleCodec {
    private RuleCodec() {}

    public static void write(List<Rule> rules, OutputStream out) throws IOException {
        Writer writer = new Writer();
        writer.list(rules, writer::rule);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(writer.texts.size());
        for (String text : writer.texts.keySet()) {
            data.writeUTF(text);
        }
        writer.bytes.writeTo(data);
        data.flush();
    }

    public static List<Rule> read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        String[] texts = new String[data.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = data.readUTF();
        }
        Reader reader = new Reader(data, texts);
        return reader.list(reader::rule);
    }

    private interface WriteOne<T> {
        void write(T one) throws IOException;
    }

    private interface ReadOne<T> {
        T read() throws IOException;
    }

    /** Every text is written once and then named by its number. */
    private static final class Writer {
        final Map<String, Integer> texts = new LinkedHashMap<>();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);

        void text(String text) throws IOException {
            Integer number = texts.get(text);
            if (number == null) {
                number = texts.size();
                texts.put(text, number);
            }
            out.writeInt(number);
        }

        <T> void list(List<T> list, WriteOne<T> one) throws IOException {
            out.writeInt(list.size());
            for (T each : list) {
                one.write(each);
            }
        }

        void rule(Rule rule) throws IOException {
            text(rule.id());
            text(rule.title());
            text(rule.parent().orElse(""));
            text(rule.specification());
            list(rule.groups(), group -> text(group.name()));
            text(rule.level().name());
            text(rule.certainty().map(Enum::name).orElse(""));
            text(rule.strength().name());
            text(rule.says());
            list(rule.ask(), this::text);
            list(rule.sources(), this::text);
            list(List.copyOf(new TreeSet<>(rule.unless())), this::text);
            list(rule.absorbs(), absorption -> {
                text(absorption.condition());
                text(absorption.level().map(Enum::name).orElse(""));
            });
            out.writeBoolean(rule.ownLine());
            out.writeBoolean(rule.typical());
            out.writeBoolean(rule.forChildren());
            text(rule.attribution().map(Enum::name).orElse(""));
            out.writeBoolean(rule.state());
            out.writeInt(rule.version());
            list(rule.conditions(), this::condition);
            text(rule.file());
            out.writeInt(rule.line());
        }

        void condition(Condition condition) throws IOException {
            if (condition instanceof Condition.And and) {
                out.writeByte('&');
                list(and.parts(), this::condition);
            } else if (condition instanceof Condition.Or or) {
                out.writeByte('|');
                list(or.parts(), this::condition);
            } else if (condition instanceof Condition.Not not) {
                out.writeByte('!');
                condition(not.part());
            } else {
                Condition.Pattern pattern = (Condition.Pattern) condition;
                out.writeByte('(');
                text(pattern.type().name());
                out.writeInt(pattern.line());
                out.writeInt(pattern.column());
                list(pattern.tests(), this::test);
            }
        }

        void test(Condition.Test test) throws IOException {
            out.writeByte(test instanceof Condition.Test.Flag ? 'f' : test instanceof Condition.Test.Text ? 't' : 'n');
            text(test.property());
            out.writeInt(test.line());
            out.writeInt(test.column());
            if (test instanceof Condition.Test.Flag flag) {
                out.writeBoolean(flag.wanted());
            } else if (test instanceof Condition.Test.Text texts) {
                list(texts.values(), this::text);
            } else {
                Condition.Test.Number number = (Condition.Test.Number) test;
                text(number.operator());
                out.writeDouble(number.value());
                out.writeByte(number.decimals());
            }
        }
    }

    private record Reader(DataInputStream in, String[] texts) {
        String text() throws IOException {
            return texts[in.readInt()];
        }

        <T> List<T> list(ReadOne<T> one) throws IOException {
            int size = in.readInt();
            List<T> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(one.read());
            }
            return List.copyOf(list);
        }

        private Optional<String> optional() throws IOException {
            return Optional.of(text()).filter(text -> !text.isEmpty());
        }

        Rule rule() throws IOException {
            return new Rule(
                    text(),
                    text(),
                    optional(),
                    text(),
                    list(() -> CauseGroup.valueOf(text())),
                    Level.valueOf(text()),
                    optional().map(Certainty::valueOf),
                    Strength.valueOf(text()),
                    text(),
                    list(this::text),
                    list(this::text),
                    Set.copyOf(list(this::text)),
                    list(() -> new Rule.Absorption(text(), optional().map(Level::valueOf))),
                    in.readBoolean(),
                    in.readBoolean(),
                    in.readBoolean(),
                    optional().map(Certainty::valueOf),
                    in.readBoolean(),
                    in.readInt(),
                    list(this::condition),
                    text(),
                    in.readInt());
        }

        Condition condition() throws IOException {
            byte kind = in.readByte();
            return switch (kind) {
                case '&' -> new Condition.And(list(this::condition));
                case '|' -> new Condition.Or(list(this::condition));
                case '!' -> new Condition.Not(condition());
                default -> pattern();
            };
        }

        private Condition pattern() throws IOException {
            FactType type = FactType.of(text()).orElseThrow();
            int line = in.readInt();
            int column = in.readInt();
            return new Condition.Pattern(type, list(this::test), line, column);
        }

        Condition.Test test() throws IOException {
            byte kind = in.readByte();
            String property = text();
            int line = in.readInt();
            int column = in.readInt();
            return switch (kind) {
                case 'f' -> new Condition.Test.Flag(property, in.readBoolean(), line, column);
                case 't' -> new Condition.Test.Text(property, list(this::text), line, column);
                default -> new Condition.Test.Number(property, text(), in.readDouble(), in.readByte(), line, column);
            };
        }
    }
}
