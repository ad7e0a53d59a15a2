Link("/srv/case/second-name", l =>
{
    l.To = "/srv/case/first-name";
    l.Hard = true;
});
