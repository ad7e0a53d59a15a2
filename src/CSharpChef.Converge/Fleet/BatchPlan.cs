namespace CSharpChef.Converge.Fleet;

/// <summary>Divides the hosts of a run into batches. Pure.</summary>
internal static class BatchPlan
{
    /// <param name="hosts">The number of hosts.</param>
    /// <param name="size">Hosts of one batch; null for all. A share is rounded up.</param>
    public static IReadOnlyList<Batch> Of(int hosts, HostCount? size)
    {
        var batchSize = size is null ? hosts : Math.Max(1, (int)Math.Min(hosts, Math.Ceiling(size.Of(hosts))));
        var count = hosts == 0 ? 0 : (hosts + batchSize - 1) / batchSize;
        return [.. Enumerable.Range(0, count)
            .Select(i => new Batch(i + 1, count, i * batchSize, Math.Min(batchSize, hosts - (i * batchSize))))];
    }
}
