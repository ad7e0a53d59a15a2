using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Differences;

/// <summary>A part that the file declares, and the part with the same key that the server has.</summary>
internal sealed record PartPair(DeclaredPart Declared, ActualPart? Actual, PartChange? Change)
{
    private const string Certificate =
        $"{nameof(AppRecord.SslConfiguration)}.{nameof(CertificateRecord.Certificate)}";
    private const string PrivateKey = $"{nameof(AppRecord.SslConfiguration)}.{nameof(CertificateRecord.PrivateKey)}";

    /// <summary>Map entries that only the server has and that stay.</summary>
    public IReadOnlyList<MemberChange> Extras { get; init; } = [];

    public int KeptSecrets { get; init; }

    public static PartPair Of(DeclaredPart declared, ActualPart? actual, DifferenceOptions options)
    {
        if (actual is null)
        {
            var members = NewPart.Members(declared);
            return new(declared, null, new PartChange(PartAction.Add, declared.Kind, declared.Key)
            {
                Members = MemberDifference.Of(declared.Members, []),
                Desired = members,
                Secrets = declared.Secrets,
            });
        }

        var extras = MemberDifference.Extras(declared.Members, actual);
        var secrets = SecretsToSend(declared, actual, options);
        var changes = Changes(declared, actual, secrets).Concat(options.Prune ? extras : []).ToList();
        return new(declared, actual, changes.Count == 0 ? null : ChangeOf(declared, actual, changes, secrets))
        {
            Extras = options.Prune ? [] : extras,
            KeptSecrets = declared.Secrets.Count - secrets.Count,
        };
    }

    private static IEnumerable<MemberChange> Changes(
        DeclaredPart declared, ActualPart actual, IReadOnlyDictionary<string, SecretText> secrets)
    {
        var changes = MemberDifference.Of(declared.Members, actual.Members);
        var resentSecrets = secrets.Keys.Except(changes.Select(change => change.Path))
            .Select(path => new MemberChange(path, SecretText.Filtered, SecretText.Filtered));
        return changes.Concat(resentSecrets);
    }

    private static PartChange ChangeOf(
        DeclaredPart declared,
        ActualPart actual,
        IReadOnlyList<MemberChange> changes,
        IReadOnlyDictionary<string, SecretText> secrets)
    {
        var desired = new JsonObject();
        foreach (var member in changes.Select(change => change.Member).Distinct())
        {
            // Tags are added to existing ones, and a layer also shows those of its stack.
            desired[member] = MemberDifference.Merged(
                member, declared.Members[member], member == PartMembers.Tags ? null : actual.Members[member]);
        }

        foreach (var removed in changes.Where(
            change => change.After is null
                && change.Member is nameof(AppRecord.Environment) or nameof(LayerRecord.Attributes)))
        {
            RemoveEntry((JsonObject)desired[removed.Member]!, removed);
        }

        return new PartChange(
            PartAction.Change,
            declared.Kind,
            declared.Key)
        {
            Members = changes,
            Desired = desired,
            Secrets = secrets,
            Actual = actual,
        };
    }

    // The environment is sent as a whole; an attribute is removed by sending empty text.
    private static void RemoveEntry(JsonObject map, MemberChange removed)
    {
        var key = removed.Path[(removed.Member.Length + 1)..];
        map.Remove(key);
        if (removed.Member == nameof(LayerRecord.Attributes))
        {
            map[key] = "";
        }
    }

    // A new certificate needs its own private key, and a new server its own password.
    private static Dictionary<string, SecretText> SecretsToSend(
        DeclaredPart declared, ActualPart actual, DifferenceOptions options)
    {
        var certificate = MemberDifference.Of(declared.Members, actual.Members)
            .Any(change => change.Path == Certificate);
        return declared.Secrets
            .Where(secret => options.ReplaceSecrets || !PartMembers.IsSecret(At(actual.Members, secret.Key))
                || (certificate && secret.Key == PrivateKey)
                || SourceUrlDifference.LosesSecret(secret.Key, declared.Members, actual.Members))
            .ToDictionary();
    }

    private static JsonNode? At(JsonObject members, string path) =>
        path.Split('.', 2) is [var member, var name] ? (members[member] as JsonObject)?[name] : null;
}
