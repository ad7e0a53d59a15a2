using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// The keys to try, in OpenSSH's order: configured keys in the agent, the agent's other keys, then key files.
/// </summary>
internal sealed class IdentityOrder(SshSettings settings, KeyFiles files)
{
    public IReadOnlyList<Identity> ToTry()
    {
        if (settings.Keys is { } given)
        {
            return
            [
                .. given.FormerPrivateKeys.Prepend(given.PrivateKey)
                    .Select(text => new Identity("the given key", Required: true, () => KeyText.Open(text))),
            ];
        }

        var present = settings.Identities.Where(Exists).ToList();
        var publicKeys = present.ToDictionary(file => file, file => PublicKey(file.Path));
        var agent = FromAgent().ToList();
        bool IsChosen(byte[] key) =>
            publicKeys.Values.Any(known => known is not null && known.AsSpan().SequenceEqual(key));

        var chosenInAgent = agent.Where(entry => IsChosen(entry.Key));
        var others = settings.IdentitiesOnly ? [] : agent.Where(entry => !IsChosen(entry.Key));
        var onDisk = present
            .Where(file => !agent.Exists(entry => publicKeys[file] is { } key && key.AsSpan().SequenceEqual(entry.Key)))
            .Select(file => new Identity(file.Path, file.Named, () => files.Open(file)))
            .ToList();

        // A key named on the command line comes before the other keys of the agent.
        var chosen = present.Exists(file => file.Named) ? onDisk.Take(1).ToList() : [];
        return [.. chosenInAgent.Select(entry =>
            entry.Identity), .. chosen, .. others.Select(entry => entry.Identity), .. onDisk.Skip(chosen.Count)];
    }

    private IEnumerable<AgentIdentity> FromAgent()
    {
        if (settings.AgentSocket is not { Length: > 0 } socket)
        {
            return [];
        }

        var agent = new AgentClient(socket);
        return agent.List().Select(entry => new AgentIdentity(entry.Key,
            new Identity(Describe(entry), Required: false, () => new AgentKey(agent, entry.Key))));
    }

    private static bool Exists(IdentityFile file) => File.Exists(file.Path) || !file.Named
        ? File.Exists(file.Path)
        : throw new ConnectionException(ConnectionFailure.Authentication,
            $"The key file {file.Path} does not exist. Correct --identity or the inventory, or omit it to use the default "
                + "keys and the agent.");

    private static string Describe(AgentEntry entry) =>
        $"agent {KeyFingerprint.Of(entry.Key)} ({entry.Comment})";

    // Only to recognise a key that the agent holds too: without a .pub file the key is merely tried twice.
    private static byte[]? PublicKey(string path)
    {
        var file = path.EndsWith(".pub", StringComparison.Ordinal) ? path : path + ".pub";
        try
        {
            var words = File.Exists(file) ? File.ReadAllText(file).Split(' ', StringSplitOptions.TrimEntries) : [];
            return words.Length >= 2 ? Convert.FromBase64String(words[1]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    // A class: the framework's generic code for a list of structs would be compiled in every process.
    private sealed record AgentIdentity(byte[] Key, Identity Identity);
}
