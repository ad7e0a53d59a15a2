using System.Reflection;
using CSharpChef.Cli.Hosting;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>
/// Options and attributes of the tool do not refer to server assemblies, so that client verbs need not load them.
/// </summary>
public sealed class StartTests
{
    private static readonly string[] Server =
    [
        "CSharpChef.Stacks",
        "CSharpChef.Web",
        "Orleans",
        "Microsoft.AspNetCore"
    ];

    [Fact]
    public void No_option_has_a_type_of_a_server_assembly() => Findings.None(
        from type in typeof(Host).Assembly.GetTypes()
        from field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType is { IsGenericType: true, Namespace: "System.CommandLine" }
        from given in field.FieldType.GenericTypeArguments
        where Server.Any(name =>
            (given.GetElementType() ?? given).Assembly.GetName().Name!.StartsWith(name, StringComparison.Ordinal))
        select $"{type.Name}.{field.Name} is of {given}");

    [Fact]
    public void The_tool_has_no_assembly_attributes_from_server_assemblies() => Findings.None(
        from mark in typeof(Host).Assembly.GetCustomAttributesData()
        where Server.Any(name => mark.AttributeType.Assembly.GetName().Name!.StartsWith(name, StringComparison.Ordinal))
        select mark.AttributeType.FullName);
}
