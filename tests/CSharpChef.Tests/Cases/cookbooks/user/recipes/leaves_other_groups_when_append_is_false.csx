User("ann", u =>
{
    u.Groups = ["audio"];
    u.AppendGroups = false;
});
