using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Layers;

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
        Validate.Text($"{member}.LogGroupName", stream.LogGroupName, 512);
        Validate.Range($"{member}.BufferDuration", stream.BufferDuration, 5000, int.MaxValue);
        Validate.Range($"{member}.BatchCount", stream.BatchCount, 1, 10_000);
        Validate.Range($"{member}.BatchSize", stream.BatchSize, 1, 1_048_576);
    }
}
