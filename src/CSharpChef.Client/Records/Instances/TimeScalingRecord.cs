namespace CSharpChef.Client.Records.Instances;

/// <summary>The hours at which an instance runs.</summary>
internal sealed record TimeScalingRecord : ApiRecord
{
    public required string InstanceId { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? AutoScalingSchedule { get; init; }
}
