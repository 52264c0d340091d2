// raptor reads RDF/XML. Of Debian's libraptor2-dev; for what is shipped scripts/static-raptor.sh builds its archive.
#include <raptor2.h>
