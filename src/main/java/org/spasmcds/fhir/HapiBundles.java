package org.spasmcds.fhir;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.spasmcds.json.Documents;

/**
 * Resources that are objects of HAPI FHIR, for {@link FhirReader}: {@code reader.read(HapiBundles.of(context).tree(bundle), now)}. The
 * only class that needs HAPI's jars.
 */
public final class HapiBundles {
    private final FhirContext context;

    private HapiBundles(FhirContext context) {
        this.context = context;
    }

    /**
     * @param context for FHIR R4; making one takes long, so an application has one
     */
    public static HapiBundles of(FhirContext context) {
        return new HapiBundles(context);
    }

    /** A Bundle or another resource as a tree. Takes as long as HAPI takes to write it as JSON. */
    public JsonNode tree(IBaseResource resource) {
        return Documents.read(context.newJsonParser().encodeResourceToString(resource));
    }
}
