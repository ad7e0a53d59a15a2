Package("tree");
