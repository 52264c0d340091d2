// serd reads Turtle. Of Debian's libserd-dev; for what is shipped scripts/static-serd.sh builds its archive.
#include <serd/serd.h>
