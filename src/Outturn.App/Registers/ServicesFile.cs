using Outturn.Core.Indicators;
using Outturn.Core.People;

namespace Outturn.App.Registers;

/// <summary>services.csv: how a dashboard is laid out. Without it services are taken as indicators name them, in that order.</summary>
internal static class ServicesFile
{
    private const int MostServices = 10_000;

    public static readonly TableShape Shape = new("services.csv", "a service, under whose heading a dashboard sets its indicators", false,
    [
        new("service", "The service's name, as papers print it and as indicators.csv refers to it.", true),
        new("directorate", "The directorate it belongs to."),
        new("director", "The post (see posts.csv) of its director."),
        new("cabinet_member", "The post (see posts.csv) of the cabinet member in whose portfolio it is."),
        new("order", "Its place in a dashboard, from 1; blank for the order of this file."),
    ]);

    public static Listed<Service> Read(FolderFiles files, Listed<Post> posts, SourceRows rows, List<Defect> defects)
    {
        var services = new Listed<Service>(Shape.File, "service");
        if (files.Open(Shape, defects, out var isAbsent) is not { } table)
        {
            services.IsUnreadable = !isAbsent;
            services.Unlisted = isAbsent ? name => new Service(name, services.All.Count + 1) : null;
            return services;
        }

        foreach (var row in table.Rows)
        {
            if (!row.TryNeed("service", out var name))
            {
                continue;
            }

            var service = new Service(name, row.Whole("order", MostServices, blank: services.All.Count + 1))
            {
                Directorate = row.Optional("directorate"),
                Director = posts.Find(row, "director"),
                CabinetMember = posts.Find(row, "cabinet_member"),
            };
            services.Add(row, "service", name, service);
            rows.Add(service, row.Number);
        }

        return services;
    }
}
