Directory("/srv/case", d =>
{
    d.Mode = "2775";
    d.Group = "mail";
});
