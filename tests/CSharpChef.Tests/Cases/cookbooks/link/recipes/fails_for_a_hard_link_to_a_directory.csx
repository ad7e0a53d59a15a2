Link("/srv/hard", l =>
{
    l.To = "/srv/folder";
    l.Hard = true;
    l.IgnoreFailure = true;
});
Link("/srv/nothing", l =>
{
    l.To = "/srv/missing";
    l.Hard = true;
    l.IgnoreFailure = true;
});
