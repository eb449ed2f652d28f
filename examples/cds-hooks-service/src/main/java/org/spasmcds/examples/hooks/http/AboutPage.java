package org.spasmcds.examples.hooks.http;

/** What a reader finds who follows the source link of a card. */
final class AboutPage {
    static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>spasm-cds</title></head>
            <body>
            <h1>spasm-cds</h1>
            <p>Open-source decision support for clinicians: which causes could explain muscle spasms, and do they point to
            something serious? It does not diagnose or prescribe, and what is not on record is unknown to it, never normal:
            no card is no all-clear. No clinician has approved its rules yet.</p>
            <p>CDS Hooks discovery: <a href="cds-services">cds-services</a></p>
            </body>
            </html>
            """;

    private AboutPage() {}
}
