User("ann", u =>
{
    u.ManageHome = true;
    u.Do(u.Remove);
});
User("never", u => u.Do(u.Remove));
