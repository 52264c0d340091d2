/// Whoever imports the model speaks of the domain too. The services and the storage import the domain alone.
@_exported import PortalDomain
