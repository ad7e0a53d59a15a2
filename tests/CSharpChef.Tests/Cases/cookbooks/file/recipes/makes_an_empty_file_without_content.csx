File("/srv/case/empty", f => f.Mode = "0600");
