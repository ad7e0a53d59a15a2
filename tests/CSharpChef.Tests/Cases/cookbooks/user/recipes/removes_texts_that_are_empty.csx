User("ann", u =>
{
    u.Comment = "";
    u.Shell = "";
});
User("bob", u =>
{
    u.Comment = "";
    u.Shell = "";
});
