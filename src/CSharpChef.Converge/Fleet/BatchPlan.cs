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
        var batches = new List<Batch>(count);
        for (var first = 0; first < hosts; first += batchSize)
        {
            batches.Add(new Batch(batches.Count + 1, count, first, Math.Min(batchSize, hosts - first)));
        }

        return batches;
    }
}
