Package("never-there", p => p.Version = "9.*");
File("/srv/after");
