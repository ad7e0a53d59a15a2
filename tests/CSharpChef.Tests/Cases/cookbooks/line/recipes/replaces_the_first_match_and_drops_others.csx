Line("/srv/case/conf", l =>
{
    l.Text = "Port 443";
    l.Match = "^#?[[:space:]]*Port ";
});
