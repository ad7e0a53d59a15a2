namespace CSharpChef.Stacks.Providers;

/// <summary>The command with which a machine reboots itself.</summary>
internal static class RebootCommand
{
    /// <summary>
    /// The text for a shell of root. It returns before the machine reboots: a broken connection would not show whether
    /// it worked.
    /// </summary>
    public const string Text = "(sleep 1; systemctl reboot || reboot) </dev/null >/dev/null 2>&1 &";
}
