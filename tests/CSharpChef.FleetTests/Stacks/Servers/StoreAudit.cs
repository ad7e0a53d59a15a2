using System.Text.Json.Nodes;
using CSharpChef.Stacks.Activity;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>
/// Audits a whole store: every write is complete, and every acknowledged write is stored.
/// </summary>
internal static class StoreAudit
{
    private const int PageSize = 1000;

    public static Task CheckAsync(DocumentStore store, WriteLoad load) => store.ReadAsync(
        async session =>
        {
            var (stacks, layers, apps) =
                (await session.AllAsync<Stack>(), await session.AllAsync<Layer>(), await session.AllAsync<App>());
            StoredDocument[] all = [.. stacks.Select(Of), .. layers.Select(Of), .. apps.Select(Of)];
            Assert.Empty(load.CreatedIds.Except(all.Select(document => document.Id)));
            await CheckTablesAsync(session, all, apps);
            CheckActivity(await ReadActivityAsync(session), stacks, all, load);
            return 0;
        },
        default);

    private static async Task<IReadOnlyList<ActivityEntry>> ReadActivityAsync(StoreSession session)
    {
        var (lines, isMore) = (new List<ActivityEntry>(), true);
        while (isMore)
        {
            var before = lines.Count == 0 ? long.MaxValue : lines[^1].Seq;
            (var page, isMore) = await ActivityLog.ReadAsync(session, null, null, before, PageSize);
            lines.AddRange(page);
        }

        return lines;
    }

    private static async Task CheckTablesAsync(StoreSession session, StoredDocument[] all, IReadOnlyList<App> apps)
    {
        var kinds = new { list = "" };
        Equal(
            all.SelectMany(document => document.Owners.Select(owner => $"{owner} {document.Id}")),
            await session.QueryAsync<string>(
                "select owner || ' ' || id from listing where kind in ('stack', 'layer', 'app')", kinds));
        Equal(
            all.SelectMany(document => document.Names.Select(name => $"{name.Scope} {name.Name} {document.Id}")),
            await session.QueryAsync<string>(
                "select scope || ' ' || name || ' ' || id from name where kind in ('stack', 'layer', 'app')", kinds));
        Equal(
            apps.Select(app => app.Id),
            await session.QueryAsync<string>("select owner from secret where kind = 'app'", kinds));
    }

    private static void CheckActivity(
        IReadOnlyList<ActivityEntry> lines, IReadOnlyList<Stack> stacks, StoredDocument[] all, WriteLoad load)
    {
        var additions = lines.Where(line => line.Operation is "CreateLayer" or "CreateApp" or "CreateStack")
            .SelectMany(line => line.Changes)
            .Where(change => change.Before is null);
        Equal(all.Select(document => document.Id), additions.Select(change => change.Id));
        var updates = lines.Where(line => line.Operation == "UpdateStack").ToList();
        Equal(stacks.Select(stack => $"{stack.StackId} {stack.Version - 1}")
            .Where(text => !text.EndsWith(" 0", StringComparison.Ordinal)),
            updates.GroupBy(line => line.StackId).Select(group => $"{group.Key} {group.Count()}"));
        var names = updates.Select(line => JsonNode.Parse(line.Changes.Single().After!)!["Name"]!.GetValue<string>())
            .ToList();
        Assert.Empty(load.NewStackNames.Except(names));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private static StoredDocument Of<T>(T document)
        where T : class, IDocument => new(document.Id, [.. document.ListedUnder.Distinct()], [.. document.Names]);

    private static void Equal(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private sealed record StoredDocument(string Id, IReadOnlyList<string> Owners, IReadOnlyList<UniqueName> Names);
}
