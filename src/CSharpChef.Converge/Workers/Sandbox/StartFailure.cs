using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>Explains to the operator of a server why no worker can start.</summary>
internal static class StartFailure
{
    private const string Start = "recipes cannot be evaluated on this server: ";

    /// <param name="words">What bubblewrap, or the worker, wrote before it ended.</param>
    public static ConvergeException Of(string words) => new(Start + (words switch
    {
        _ when Has(words, "uid map", "new namespace", "unprivileged user namespaces", "No permissions to create") =>
            $"this user may not create user namespaces, which the sandbox needs ({words}): allow it with sysctl kernel.unprivileged_userns_clone=1 on Debian or kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu, and in a container with its security options",
        _ when Has(words, "mount proc", "Can't mount") =>
            $"a sandbox may not mount /proc here ({words}): a container needs the right to do so",
        _ => $"the process for them {words}",
    }));

    private static bool Has(string words, params string[] parts) =>
        parts.Any(part => words.Contains(part, StringComparison.OrdinalIgnoreCase));
}
