/**
 * Patients in FHIR R4: Bundles, lists of resources and Bulk Data. {@link org.spasmcds.fhir.FhirReader} makes patient facts of them and
 * names what it did not use and why. Needs Jackson, an optional dependency of this library, and no FHIR library.
 */
package org.spasmcds.fhir;
