namespace CSharpChef.Testing;

/// <summary>A password's field of <c>/etc/shadow</c>: a hash, with a <c>!</c> before it when it is locked.</summary>
internal static class PasswordChange
{
    public static void Run(UserStep step, UserAccount user, StepRun run)
    {
        var (isLocked, password) = (user.Locked, Field(user.Password, step));
        run.Need(password.Length > 0, $"user {step.Name} has no password to unlock: set PasswordHash");
        if (Differs(user.Password, step.PasswordHash))
        {
            run.Change(ChangeText.SetPassword, () => user.Password = password);
        }

        if (step.Locked is { } locked && locked != isLocked)
        {
            run.Change(locked ? ChangeText.Lock : ChangeText.Unlock, () => user.Password = password);
        }
    }

    /// <summary>What the field becomes. A new hash unlocks unless the step says otherwise, as with <c>usermod -p</c>.</summary>
    public static string Field(string old, UserStep step)
    {
        var field = Differs(old, step.PasswordHash) ? step.PasswordHash! : old;
        return step.Locked switch
        {
            true when !field.StartsWith('!') => "!" + field,
            false => field.TrimStart('!'),
            _ => field,
        };
    }

    private static bool Differs(string old, string? hash) =>
        hash is not null && hash != old && (hash.StartsWith('!') || hash != old.TrimStart('!'));
}
