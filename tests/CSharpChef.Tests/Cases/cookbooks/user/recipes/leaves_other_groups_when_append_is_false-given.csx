User("ann", u => u.Groups = ["adm", "audio"]);
