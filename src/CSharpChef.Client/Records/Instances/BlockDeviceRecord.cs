namespace CSharpChef.Client.Records.Instances;

/// <summary>A disk of an instance.</summary>
internal sealed record BlockDeviceRecord : ApiRecord
{
    public string? DeviceName { get; init; }

    public string? NoDevice { get; init; }

    public string? VirtualName { get; init; }

    public EbsRecord? Ebs { get; init; }
}
