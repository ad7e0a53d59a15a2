File("/srv/made");
