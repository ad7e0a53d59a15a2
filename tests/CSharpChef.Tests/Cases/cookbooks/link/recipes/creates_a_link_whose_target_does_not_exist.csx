Link("/srv/case/here", l => l.To = "/srv/case/nowhere");
Link("/srv/case/relative", l => l.To = "some where/else");
