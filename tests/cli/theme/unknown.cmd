prognos theme borta
