File("/srv/case/link", f =>
{
    f.Content = "a file now\n";
    f.FollowLinks = false;
});
Directory("/srv/case/real", d => d.Do(d.Delete));
