using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

/// <summary>Validates an instance after every change.</summary>
internal static class InstanceRules
{
    private static readonly string[] Tenancies = ["default", "dedicated", "host"];

    public static Instance Check(Instance instance)
    {
        CheckHostname(instance.Hostname);
        SupportedOs.Check("Os", instance.Os);
        Validate.Text("SshKeyName", instance.SshKeyName, 255);
        Validate.Text("AvailabilityZone", instance.AvailabilityZone, 255);
        Validate.Text("SubnetId", instance.SubnetId, 255);
        Validate.Text("AgentVersion", instance.AgentVersion, 64);
        if (instance.Tenancy is { } tenancy && !Tenancies.Contains(tenancy))
        {
            throw ApiError.NotOneOf("Tenancy", tenancy, Tenancies);
        }

        if (!instance.IsRegistered)
        {
            CheckManaged(instance);
        }

        return instance;
    }

    public static void CheckHostname(string? name)
    {
        if (name is not { Length: > 0 and <= 63 }
            || name[0] == '-'
            || name[^1] == '-'
            || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        {
            throw ApiError.Malformed(
                "Hostname",
                name ?? "",
                "a hostname has 1 to 63 letters, digits and dashes, with no dash at either end");
        }

        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiError.Invalid("Hostname", "must not be localhost, by which every machine calls itself");
        }
    }

    private static void CheckManaged(Instance instance)
    {
        Validate.Name("InstanceType", instance.InstanceType);
        Validate.Text("InstanceType", instance.InstanceType, 64);
        Validate.Alphabet("InstanceType", instance.InstanceType!, "-._");
        if (instance.LayerIds is null or { Count: 0 })
        {
            throw ApiError.Invalid("LayerIds", "must name at least one layer");
        }

        CheckImage(instance);
    }

    private static void CheckImage(Instance instance)
    {
        Validate.Text("AmiId", instance.AmiId, 255);
        if (SupportedOs.IsCustom(instance.Os) && instance.AmiId is null)
        {
            throw ApiError.Invalid("AmiId", "is required when Os is Custom");
        }

        if (instance.AmiId is not null && !SupportedOs.IsCustom(instance.Os))
        {
            throw ApiError.Invalid("AmiId", "is only allowed when Os is Custom");
        }

        if (instance.AmiId is not null && instance.BlockDeviceMappings is { Count: > 0 })
        {
            throw ApiError.Invalid("BlockDeviceMappings", "cannot be given together with AmiId");
        }
    }
}
