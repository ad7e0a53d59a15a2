Package("tree");
Package("hello");
