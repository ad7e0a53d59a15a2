User("ann", u =>
{
    u.Group = "nobodys";
    u.IgnoreFailure = true;
});
User("bob", u =>
{
    u.Uid = 1717;
    u.IgnoreFailure = true;
});
User("eve", u =>
{
    u.Groups = ["nobodys"];
    u.IgnoreFailure = true;
});
User("www-data", u =>
{
    u.Uid = 1717;
    u.IgnoreFailure = true;
});
