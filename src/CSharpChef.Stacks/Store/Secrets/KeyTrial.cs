namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// Opens a secret of each master key as a trial, so that a wrong key file is noticed before anything is sealed with
/// its keys.
/// </summary>
internal static class KeyTrial
{
    private const string Samples =
        """
        select kind as Kind, owner as Owner, id as Id, key as Key, sealed as Text from secret
        where id in (select min(id) from secret group by key union select max(id) from secret group by key)
        union all select 'answer', at, id, key, sealed from answer where id in (select min(id) from answer group by key)
        """;

    /// <summary>Judges the key file when it has changed; usually that is one look at its folder.</summary>
    public static ValueTask<bool> JudgeChangedAsync(StoreSession store) =>
        store.Secrets.Judged == KeyFileState.Of(store.Secrets.KeyFile) ? new(true) : new(JudgeAsync(store));

    /// <summary>Uses the keys of the file when they open the store's secrets, else keeps the earlier ones.</summary>
    /// <returns>True when the keys of the file are in use.</returns>
    public static async Task<bool> JudgeAsync(StoreSession store)
    {
        var (box, state) = (store.Secrets, KeyFileState.Of(store.Secrets.KeyFile));
        try
        {
            var keys = MasterKeyFile.Read(box.KeyFile);
            if (await FaultAsync(store, keys) is { } fault)
            {
                var name = Path.GetFileName(box.KeyFile);
                box.Distrust(
                    $"{box.KeyFile} {fault}",
                    $"{name} does not open the secrets of the store: restore it from its backup",
                    state);
            }
            else
            {
                box.Use(keys, state);
            }
        }
        catch (KeyFileException e)
        {
            box.Distrust(e.Message, e.Summary, state);
        }

        return box.Fault is null;
    }

    private static async Task<string?> FaultAsync(StoreSession store, IReadOnlyList<MasterKey> keys)
    {
        var samples = await store.QueryAsync<Row>(Samples, new { });
        return samples.GroupBy(sample => sample.Key)
            .Select(group => FaultOf(group.Key, group, keys))
            .FirstOrDefault(fault => fault is not null);
    }

    // One secret may be damaged: the key is right when it opens another.
    private static string? FaultOf(string id, IEnumerable<Row> samples, IReadOnlyList<MasterKey> keys)
    {
        const string Help = "Restore the file from its backup, or name the right one with --master-key.";
        if (keys.All(key => key.Id != id))
        {
            return $"lacks the key {id}, with which secrets of the store are sealed. {Help}";
        }

        return samples.All(sample => SecretBox.TryOpen(
            keys, sample.Text, SecretBox.Place(sample.Kind, sample.Owner, sample.Id)) is null)
            ? $"has another key {id} than the one with which secrets of the store are sealed. {Help}"
            : null;
    }

    private sealed class Row
    {
        public string Kind { get; init; } = "";

        public string Owner { get; init; } = "";

        public string Id { get; init; } = "";

        public string Key { get; init; } = "";

        public string Text { get; init; } = "";
    }
}
