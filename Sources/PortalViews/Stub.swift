enum StubPortalViews {}
