"""Tells the people of an access request that it changed: REMS's event notifications in, Socket.IO out. See README.md."""
