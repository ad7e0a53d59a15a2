Service("case");
