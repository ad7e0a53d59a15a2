namespace CSharpChef.Stacks;

internal static class LogRules
{
    public static void Check(LogsConfiguration? logs)
    {
        for (var i = 0; i < logs?.LogStreams?.Count; i++)
        {
            Check(logs.LogStreams[i], $"CloudWatchLogsConfiguration.LogStreams[{i}]");
        }
    }

    private static void Check(LogStream stream, string member)
    {
        Stacks.Check.Text($"{member}.LogGroupName", stream.LogGroupName, 512);
        Stacks.Check.Range($"{member}.BufferDuration", stream.BufferDuration, 5000, int.MaxValue);
        Stacks.Check.Range($"{member}.BatchCount", stream.BatchCount, 1, 10_000);
        Stacks.Check.Range($"{member}.BatchSize", stream.BatchSize, 1, 1_048_576);
    }
}
