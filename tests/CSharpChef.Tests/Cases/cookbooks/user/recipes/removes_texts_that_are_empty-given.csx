User("ann", u =>
{
    u.Comment = "Ann";
    u.Shell = "/bin/bash";
});
