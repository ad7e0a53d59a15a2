Package(["tree", "hello"]);
