// libxml2 reads XML for raptor. Of Debian's libxml2-dev; for what is shipped scripts/static-raptor.sh builds its archive.
#include <libxml/xmlversion.h>
// Debian's converts encodings by ICU, whose headers are others than those of the ICU that Foundation carries. What they
// add to a structure at its end is seen here by its pointer alone.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
