const site = "__PERFIL__";
