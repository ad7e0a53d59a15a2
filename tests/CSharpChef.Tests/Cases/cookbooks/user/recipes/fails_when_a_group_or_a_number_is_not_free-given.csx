User("eve", u => u.Uid = 1717);
