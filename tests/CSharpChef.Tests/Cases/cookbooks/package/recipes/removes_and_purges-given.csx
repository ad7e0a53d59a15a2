Package("tree");
Package("fleet-demo");
